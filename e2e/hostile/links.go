package hostile

import (
	"bytes"
	"compress/flate"
	"encoding/base64"
	"fmt"
	"strings"

	"firstneuron/pkg/experiment"
)

// Links are fragments without '#'.
func Links() []Input {
	all := []Input{
		{"nothing", ""},
		{"signs", "&&==&=&#?;"},
		{"two #", "##w=0"},
		{"question", "?w=0&b=0"},
		{"semicolons", "w=0;b=0;epochs=7"},
		{"key alone", "epochs"},
		{"no key", "=5"},
		{"unknown key", "nonsense=1"},
		{"prototype key", "__proto__=1&constructor=2&toString=3&prototype[x]=4"},
		{"list keys", "epochs[]=1&epochs[0]=2&epochs.x=3"},
		{"capital key", "EPOCHS=7"},
		{"escaped key", "%65pochs=7"},
		{"broken key", "%=1&%2=1&%zz=1"},
		{"zero key", "%00epochs=7"},
		{"key with spaces", "%20epochs%20=7"},
		{"two epochs", "epochs=7&epochs=many"},
		{"two epochs, the good last", "epochs=many&epochs=7"},
		{"key 1,000 times", strings.Repeat("epochs=9&", 1000)},
		{"1,000 unknown keys", many(1000, func(i int) string { return fmt.Sprintf("k%d=%d&", i, i) })},
		{"all wrong at once", "w=x&b=x&epochs=x&lr=x&batch=x&seed=x&layers=x&xs=x&ys=x&loss=x&optimizer=x&goal=x&lang=x&theme=x&embed=x&hide=*&lock=*"},
		{"xs alone", "xs=1,2,3"},
		{"ys alone", "ys=1,2,3"},
		{"lengths differ", "xs=1,2,3&ys=1"},
		{"empty cells", "xs=1,,3&ys=,,"},
		{"one point", "xs=1&ys=1"},
		{"same x", "xs=1,1,1&ys=1,2,3"},
		{"huge points", "xs=1e308,-1e308&ys=1e308,-1e308"},
		{"tiny points", "xs=1e-300,2e-300&ys=1e-300,1e-320"},
		{"points that are none", "xs=NaN,Infinity&ys=0,0"},
		{"5,001 points", "xs=" + strings.Repeat("1,", 5000) + "2&ys=" + strings.Repeat("1,", 5000) + "2"},
		{"5,000 layers", "layers=" + strings.Repeat("1,", 5000) + "1"},
		{"many units", "layers=999999999,1"},
		{"negative units", "layers=-1,1"},
		{"no units", "layers=0,1"},
		{"unknown activation", "layers=4:tanhh,1"},
		{"activation of objects", "layers=4:constructor,1"},
		{"wide end", "layers=4,3"},
		{"colons", "layers=::::"},
		{"largest net", "layers=64,64,64,64,1&epochs=1"},
		{"1,000 goals", "goal=" + strings.Repeat("loss:0.1,", 1000)},
		{"goals that are none", "goal=loss:NaN,predict:Infinity:1:0,diverge:::"},
		{"goal of objects", "goal=__proto__:1"},
		{"1,000 parts", "hide=" + strings.Repeat("loss,", 1000)},
		{"everything hidden", "hide=loss,model,surface,data,code,fit,run,diagnosis,task,prediction"},
		{"everything locked", "lock=data,lr,epochs,layers,batch,loss,optimizer,seed,code,model,w,b"},
		{"long title", "title=" + strings.Repeat("x", 5000)},
		{"many lines", "text=" + strings.Repeat("%0a", 1000)},
		{"turned title", "title=%E2%80%AEgnp.exe"},
		{"title cut", "text=Six%20points%2"},
		{"title of %", "title=100%"},
		{"title of %u", "ask=%u0041"},
		{"title of bytes", "title=%ff%fe"},
		{"title of surrogates", "title=%ED%A0%BD"},
		{"bomb", "data=" + packed(strings.Repeat("\x00", 4<<20))},
		{"bomb of weights", "layers=2,1&weights=" + packed(strings.Repeat("\x00", 4<<20))},
		{"bomb of points", "data=" + packed(strings.Repeat("1,2\n", 1<<20))},
		{"packed nonsense", "data=AAAA&weights=%%%%"},
		{"packed cut", "data=" + packed("1,2,3")[:5]},
		{"packed of nothing", "data=" + packed("")},
		{"1 MiB of x", strings.Repeat("x", 1<<20)},
		{"longest", "title=" + strings.Repeat("x", experiment.MaxFragment-6)},
		{"longer by one", "title=" + strings.Repeat("x", experiment.MaxFragment-5)},
		{"escapes to the limit", "title=" + strings.Repeat("%E2%80%AE", 5000)},
		{"% to the limit", strings.Repeat("%", 40000)},
		{"diverges", "lr=1e9&w=1e9&b=-1e9&epochs=50"},
		{"stands", "lr=1e-300&w=0&b=0&epochs=50"},
		{"begins far away", "w=1e308&b=-1e308&epochs=5"},
	}
	for i, key := range experiment.Keys() {
		// Each key has some of the values, which go around: all of them for
		// every key would be thousands.
		for j := range 3 {
			v := texts[(3*i+j)%len(texts)]
			all = append(all, Input{key + ", " + v.Name, key + "=" + v.Text})
		}
		for j := range 2 {
			v := numbers[(2*i+j)%len(numbers)]
			all = append(all, Input{key + ", " + v.Name, key + "=" + v.Text})
		}
	}
	for _, key := range []string{"title", "text", "ask", "feedback"} {
		for _, v := range texts[2:12] {
			all = append(all, Input{key + " of a task, " + v.Name, "embed=0&" + key + "=" + v.Text + "&goal=loss:0.1"})
		}
	}
	return all
}

func many(count int, piece func(i int) string) string {
	var b strings.Builder
	for i := range count {
		b.WriteString(piece(i))
	}
	return b.String()
}

// packed is a text as links hold what is long: deflated, in URL-safe Base64.
func packed(text string) string {
	var b bytes.Buffer
	w, err := flate.NewWriter(&b, flate.BestCompression)
	if err == nil {
		_, err = w.Write([]byte(text))
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		panic(err) // a buffer takes all
	}
	return "1." + base64.RawURLEncoding.EncodeToString(b.Bytes())
}
